/** Stands in for a part of reveal.js: whatever is asked of it, mostly whether it is active, the answer is no. */
export default function Absent() {
  return new Proxy({}, { get: () => () => undefined })
}
