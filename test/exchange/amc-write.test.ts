/** Writing AMC-TXT: what it can say of a deck’s questions, and what is reported. */
import { expect, test } from 'vitest'
import { itemsOf } from '../../server/exchange/read/deck.ts'
import { writeAmc } from '../../server/exchange/write/amc.ts'
import { parsed } from './round-trips.ts'

test('code keeps its indentation, and lines that would start something else are escaped', () => {
  const deck = parsed(`<!-- .slide: data-qcm data-shuffle data-id="é_1" -->
### What is printed?

\`\`\`python
for k in range(2):
    if k:
        # nothing
        print(k)
\`\`\`

\\- not a choice<br># nor a comment<br>Title: nor an option

- [x] x<sup>2</sup>
- [ ] 0

Note: say it twice
`)
  const { text, mistakes } = writeAmc(itemsOf(deck), deck)
  expect(text).toContain(
    '[verbatim]\nfor k in range(2):\n    if k:\n        # nothing\n        print(k)\n[/verbatim]\n',
  )
  expect(text).toContain('\n[[{-}]] not a choice\n\n[[\\#]] nor a comment\n\nTitle[[{:}]] nor an option\n')
  expect(text).toContain('\n*[id=e-1] What')
  expect(mistakes.map(({ message }) => message)).toEqual([
    'AMC-TXT cannot say <sup>, the notes; they are left out',
    'the question "é_1" is called "e-1" in AMC-TXT',
    expect.stringContaining('AMC takes the line of code "# nothing"'),
  ])
})

test('a deck’s questions keep their meaning', () => {
  const deck = parsed(`---
title: Test
lang: fr
---
<!-- .slide: data-qcm data-points="2" -->
### Which is \`a*]\`?

- [x] [one]
  > Yes
- [ ] two

---

<!-- .slide: data-qcm data-scoring="partial" data-none -->
### Which are?

- [x] a
- [x] b
- [ ] c

---

<!-- .slide: data-qcm data-none data-scoring="amc" data-bareme="b=1,m=-0.5" -->
### Which is?

- [ ] a
- [ ] b

---

<!-- .slide: data-qcm -->
### How is it?

- [ ] good
- [ ] bad

---

<!-- .slide: data-qcm="number" -->
### How many?

- [x] 3
`)
  const { text, mistakes } = writeAmc(itemsOf(deck), deck)
  expect(text).toBe(`Title: Test
Lang: FR
CompleteMulti: 1

*[ordered,id=which-is-a]{b=2} Which is [|a*[[\\rbrack{}]]|]?
+ [one]
- two

**[ordered,id=which-are]{formula=(NBC-NMC)/NB,p=0} Which are?
+ a
+ b
- c

*[ordered,id=which-is]{b=1,m=-0.5} Which is?
- a
- b
+ Aucune de ces réponses

*[indicative,ordered,id=how-is-it] How is it?
- good
- bad
`)
  expect(mistakes.map(({ line, message }) => `${line} ${message}`)).toEqual([
    '5 AMC-TXT cannot say feedback; it is left out',
    '39 AMC-TXT has no questions of the kind "number"; this one is left out',
  ])
})
