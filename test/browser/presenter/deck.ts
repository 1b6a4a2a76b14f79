/** A class in two segments with their times, and a question in the second one. */
export const DECK = `<!-- .slide: data-segment="talk" data-duration="10m" -->
# Opening

Note:
Say hello.

---

# Middle

---

<!-- .slide: data-segment="quiz" data-duration="5m" data-qcm data-id="q" data-time="4m" -->
# Which one?

- [ ] red
- [x] green
`
