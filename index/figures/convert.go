package figures

import (
	"slices"
	"strings"
)

// size is a unit's measure: how many of its dimension's base units it holds.
type size struct {
	dimension string
	base      float64
}

// sizes holds every unit that can be converted. Days and months are two dimensions: no month has a fixed length.
var sizes = map[string]size{
	"CNY": {"CNY", 1}, "万元": {"CNY", 1e4}, "亿元": {"CNY", 1e8}, "元": {"CNY", 1}, "RMB": {"CNY", 1},
	"USD": {"USD", 1}, "万美元": {"USD", 1e4}, "亿美元": {"USD", 1e8}, "HKD": {"HKD", 1}, "EUR": {"EUR", 1}, "JPY": {"JPY", 1}, "GBP": {"GBP", 1},
	"%": {"share", 0.01}, "‰": {"share", 0.001}, "pp": {"point", 1}, "bp": {"point", 0.01},
	"m2": {"area", 1}, "平方米": {"area", 1}, "㎡": {"area", 1}, "万平方米": {"area", 1e4}, "mu": {"area", squareMetresPerMu}, "亩": {"area", squareMetresPerMu},
	"ha": {"area", 1e4}, "公顷": {"area", 1e4}, "km2": {"area", 1e6}, "平方公里": {"area", 1e6}, "acre": {"area", 4046.8564224}, "ft2": {"area", 0.09290304},
	"nm": {"length", 1e-9}, "um": {"length", 1e-6}, "mm": {"length", 1e-3}, "cm": {"length", 1e-2}, "m": {"length", 1}, "km": {"length", 1e3},
	"in": {"length", 0.0254}, "ft": {"length", 0.3048}, "mile": {"length", 1609.344},
	"g": {"weight", 1e-6}, "kg": {"weight", 1e-3}, "t": {"weight", 1}, "tce": {"coal", 1},
	"second": {"days", 1.0 / 86400}, "minute": {"days", 1.0 / 1440}, "hour": {"days", 1.0 / 24}, "d": {"days", 1},
	"month": {"months", 1}, "year": {"months", 12}, "workday": {"workdays", 1},
	"kWh": {"energy", 1}, "MWh": {"energy", 1e3}, "GWh": {"energy", 1e6}, "kW": {"power", 1}, "MW": {"power", 1e3}, "GW": {"power", 1e6},
}

// squareMetresPerMu is the legal size: fifteen mu are one hectare.
const squareMetresPerMu = 2000.0 / 3

// Convert gives f in another unit of the same dimension: 亩, m2, ha and km2; CNY, 万元 and 亿元; d and hour; month and year;
// rates such as "CNY/mu" and "CNY/m2". Text and offsets stay. It reports false when the units do not measure the same.
func Convert(f Figure, unit string) (Figure, bool) {
	if f.Unit == unit {
		return f, true
	}
	from, to := measureOf(f.Unit), measureOf(unit)
	if from.dimension != to.dimension || f.Unit == "" || unit == "" {
		return f, false
	}
	f.Value, f.High = f.Value*from.base/to.base, f.High*from.base/to.base
	f.Unit = unit
	return f, true
}

// measureOf is the size of a unit, denominators included; a unit of no table is its own dimension.
func measureOf(unit string) size {
	numerator, rest, rate := strings.Cut(unit, "/")
	m := sizeOf(numerator)
	if !rate {
		return m
	}
	denominators := strings.Split(rest, "/")
	for i, name := range denominators {
		d := sizeOf(name)
		m.base /= d.base
		denominators[i] = d.dimension
	}
	slices.Sort(denominators)
	m.dimension += "/" + strings.Join(denominators, "/")
	return m
}

func sizeOf(unit string) size {
	if m, ok := sizes[unit]; ok {
		return m
	}
	return size{unit, 1}
}
