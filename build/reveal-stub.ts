/** Stub for a part of reveal.js: every method returns undefined, so that questions such as `isActive()` are false. */
export default function RevealStub() {
  return new Proxy({}, { get: () => () => undefined })
}
