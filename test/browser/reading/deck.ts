/** A slide with large letters, and three that a phone reads: code, a picture with small print, and a question. */
export const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="300"><rect width="800" height="300"/></svg>'
export const CODE = `const answer = ${'longName + '.repeat(12)}1`
const ROWS = '| a | b | c | d | e | f | g | h |\n|---|---|---|---|---|---|---|---|'
export const DECK = `# Large letters

---

## Code

\`\`\`js [1|3]
${CODE}

let second
\`\`\`

\`\`\`sh
docker ps
\`\`\`

- a step <!-- .element: class="fragment" -->

---

<!-- .slide: data-background-image="behind.svg" -->
## Pictures

![A dark box](box.svg)

<p style="font-size: 6px; color: red; position: absolute">Small print</p>

${ROWS}
| ${'word '.repeat(8).trim().split(' ').join(' | ')} |

$$x^2 = 2$$

[Back to the code](#/1)

---

<!-- .slide: data-qcm data-id="q" -->
## Which one?

- [ ] red
- [x] green
`
