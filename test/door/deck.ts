/** A deck with three questions: one of four choices, several of three, and one that is never opened. */
export const DECK = `# Welcome

later <!-- .element: class="fragment" -->

---

<!-- .slide: data-qcm data-id="one" -->
# One answer?

- [ ] a
- [x] b
- [ ] c
- [ ] d

---

<!-- .slide: data-qcm data-id="several" -->
# Several answers?

- [x] a
- [x] b
- [ ] c

---

<!-- .slide: data-qcm data-id="unopened" -->
# Opened?

- [ ] yes
- [x] no
`
