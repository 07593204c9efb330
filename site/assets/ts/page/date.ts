/** written is a date in the page's language, as precise as it is held: YYYY, YYYY-MM or YYYY-MM-DD. The server writes the same. */
export function written(date: string): string {
  const { lang } = document.documentElement;
  const [year, month, day] = date.split("-");
  const parts = { year: year && "numeric", month: month && "long", day: day && "numeric", timeZone: "UTC" };
  return date && new Date(date).toLocaleDateString(lang === "en" ? "en-GB" : lang, parts as Intl.DateTimeFormatOptions);
}
