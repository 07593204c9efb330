package eval

import "math"

// list is one question's candidates, for learning.
type list struct {
	weight   float64 // of the question
	fold     int
	values   [][]float64 // by candidate, by feature
	relevant []bool
	ids      []string
	query    *Query
}

// model scores candidates by a weighted sum of their features, brought to mean 0 and deviation 1.
type model struct {
	weights, means, scales []float64
}

func (m *model) score(values []float64) float64 {
	sum := 0.0
	for i, v := range values {
		sum += m.weights[i] * (v - m.means[i]) / m.scales[i]
	}
	return sum
}

// Learning: full gradient steps with Adam on the listwise softmax loss. More steps and other rates within a factor of
// two change no metric in the third place.
const (
	steps      = 250
	rate       = 0.06
	decay1     = 0.9
	decay2     = 0.99
	tinyChange = 1e-5 // candidates whose share moves less than this are passed over
)

// learn fits a model of n features to lists: the probability that softmax gives the relevant candidates should be high.
// penalty holds the weights down. Without lists, no feature weighs anything.
func learn(lists []list, n int, penalty float64) *model {
	m := &model{weights: make([]float64, n), means: make([]float64, n), scales: make([]float64, n)}
	scaled := m.standardise(lists)
	first, second, gradient := make([]float64, n), make([]float64, n), make([]float64, n)
	total := 0.0
	for _, l := range scaled {
		total += l.weight
	}
	for step := 1; step <= steps; step++ {
		clear(gradient)
		for _, l := range scaled {
			l.addGradient(m.weights, gradient)
		}
		for i := range gradient {
			g := gradient[i]/total + penalty*m.weights[i]
			first[i] = decay1*first[i] + (1-decay1)*g
			second[i] = decay2*second[i] + (1-decay2)*g*g
			a := first[i] / (1 - math.Pow(decay1, float64(step)))
			b := second[i] / (1 - math.Pow(decay2, float64(step)))
			m.weights[i] -= rate * a / (math.Sqrt(b) + 1e-8)
		}
	}
	return m
}

// features is how many features the candidates have.
func features(lists []list) int {
	for _, l := range lists {
		if len(l.values) > 0 {
			return len(l.values[0])
		}
	}
	return 0
}

// standardise sets the means and scales and returns the lists that can teach something, scaled.
func (m *model) standardise(lists []list) []list {
	count := 0.0
	for _, l := range lists {
		for _, values := range l.values {
			for i, v := range values {
				m.means[i] += v
				m.scales[i] += v * v
			}
			count++
		}
	}
	for i := range m.means {
		m.means[i] /= max(count, 1)
		m.scales[i] = math.Sqrt(max(m.scales[i]/max(count, 1)-m.means[i]*m.means[i], 1e-9))
	}
	var out []list
	for _, l := range lists {
		if !l.teaches() {
			continue
		}
		scaled := make([][]float64, len(l.values))
		for k, values := range l.values {
			scaled[k] = make([]float64, len(values))
			for i, v := range values {
				scaled[k][i] = (v - m.means[i]) / m.scales[i]
			}
		}
		l.values = scaled
		out = append(out, l)
	}
	return out
}

func (l *list) teaches() bool {
	for _, r := range l.relevant {
		if r {
			return true
		}
	}
	return false
}

// addGradient adds the gradient of one list's loss.
func (l *list) addGradient(weights, gradient []float64) {
	scores := make([]float64, len(l.values))
	highest := math.Inf(-1)
	for k, values := range l.values {
		for i, v := range values {
			scores[k] += weights[i] * v
		}
		highest = max(highest, scores[k])
	}
	all, relevant := 0.0, 0.0
	for k := range scores {
		scores[k] = math.Exp(scores[k] - highest)
		all += scores[k]
		if l.relevant[k] {
			relevant += scores[k]
		}
	}
	for k, values := range l.values {
		d := scores[k] / all
		if l.relevant[k] {
			d -= scores[k] / relevant
		}
		if d *= l.weight; math.Abs(d) < tinyChange {
			continue
		}
		for i, v := range values {
			gradient[i] += d * v
		}
	}
}
