/** A whole morning in one file. */
export const DECK = `---
title: A whole morning
lang: en
identity: name
---

<!-- .slide: data-segment="talk" data-duration="50m" -->
# Welcome

---

<!-- .slide: data-qcm data-id="sky" -->
# Why is the sky blue?

- [ ] It mirrors the sea
- [x] Air scatters blue light

---

<!-- .slide: data-segment="break" data-duration="10m" -->
# Coffee

---

<!-- .slide: data-segment="quiz" data-duration="45s" -->
# Quiz time

---

<!-- .slide: data-qcm data-id="leaf" -->
# Which colour has a leaf?

- [ ] red
- [x] green

> Grass is green, too.

---

<!-- .slide: data-qcm data-id="sea" -->
# Which colour has the sea?

- [x] blue
- [ ] pink

---

<!-- .slide: data-qcm="number" data-id="times" -->
# What is six times seven?

- [x] 42

---

<!-- .slide: data-segment="workshop" data-duration="2h" -->
# Hands on

----

## Build

- [ ] Write the file
  > Begin with the first line.
- [ ] Build it
  > Mind the dot.

----

## Run

- [ ] Run it

---

<!-- .slide: data-segment="talk" -->
# Back to the talk
`
