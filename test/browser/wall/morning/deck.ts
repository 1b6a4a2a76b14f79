/** A morning with every kind of segment, for the wall. */

/** Numbers of tasks in its workshops. */
export const WORKSHOPS = [4, 12, 40] as const

const TASKS = [
  'Write a Dockerfile that starts from python:3.14-slim',
  'The build ends without an error',
  'Run it and read its greeting in your browser',
  'Look at the layers of the image, and find the one that is larger than all the others together',
  'Stop it',
]

const workshop = (count: number) => `<!-- .slide: data-segment="workshop" data-id="w${count}" data-duration="2h" -->
## Workshop of ${count}

Work at your own pace.

---

### The tasks

${Array.from({ length: count }, (_, index) => `- [ ] ${TASKS[index % TASKS.length]} (${index + 1})`).join('\n')}
`

/** Ids of slides are made from their text. */
export const DECK = `---
title: Morning
lang: en
identity: name
inbox: open
ranking: top3
---

<!-- .slide: data-segment="talk" data-duration="50m" -->
# Opening

---

## A list

- one
- two
- three
- four
- five
- six

---

<!-- .slide: data-timer="5m" -->
## Discuss with your neighbour

---

<!-- .slide: data-timer="5m" -->

---

<!-- .slide: data-segment="quiz" data-duration="15m" -->
## Quiz time

---

<!-- .slide: data-qcm data-id="first" -->
## Which one?

- [ ] this
- [x] that

---

<!-- .slide: data-qcm data-id="second" -->
## And now?

- [x] this
- [ ] that

---

<!-- .slide: data-segment="break" data-duration="10m" -->
## Coffee

In the hall.

---

<!-- .slide: data-segment="talk" data-title="Again" -->
## A look back

---

<!-- .slide: data-segment="break" data-duration="5m" -->
## Air

![](picture.svg)

---

<!-- .slide: data-segment="quiz" data-qcm data-id="alone" data-title="Straight to it" -->
## Is it open?

- [x] yes
- [ ] no

---

${WORKSHOPS.map(workshop).join('\n---\n\n')}`

export const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><circle cx="150" cy="100" r="90"/></svg>'

/** Columns of its slides. */
export const AT = {
  opening: 0,
  list: 1,
  heading: 2,
  empty: 3,
  quiz: 4,
  first: 5,
  second: 6,
  coffee: 7,
  again: 8,
  air: 9,
  alone: 10,
  workshops: [11, 13, 15],
} as const
