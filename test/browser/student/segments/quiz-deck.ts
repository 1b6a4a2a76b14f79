/** A quiz of every kind of question but formulas, between a talk and an end. */
export const QUIZ = `<!-- .slide: data-segment="talk" -->
# Opening

---

<!-- .slide: data-segment="quiz" data-duration="15m" -->
# What have you kept?

---

<!-- .slide: data-qcm data-id="several" -->
# Which towns are in Peru?

- [x] Lima
- [ ] Quito
- [x] Cusco

---

<!-- .slide: data-qcm="number" data-id="how-many" -->
# How many?

- [x] 3

---

<!-- .slide: data-qcm="text" data-id="town" -->
# Which town?

- [x] Lima

---

<!-- .slide: data-qcm="scale" data-id="sure" -->
# How sure are you?

- 1 not at all
- 5 very

---

<!-- .slide: data-qcm="order" data-id="order" -->
# In which order?

1. first
2. second
3. third

---

<!-- .slide: data-qcm data-id="which" -->
# Which of these lists files?

- [x] ls
  > It lists files.
- [ ] cd

---

<!-- .slide: data-segment="talk" -->
# The end
`
