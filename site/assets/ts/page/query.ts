/** query is what the page's address asks for. */
export function query(): URLSearchParams {
  return new URLSearchParams(location.search);
}
