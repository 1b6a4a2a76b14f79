/** Slides that are compared with reveal.js' own in part only: each kind by name, with its reason. */
import type { SlideTold } from './told.ts'

/** What a phone shows otherwise than reveal.js, which hides nothing from who reads the page's source. */
export const PHONE: typeof WHOLE = [
  {
    name: 'custom fragments',
    why: 'what `custom` looks like before its step only the deck’s own sheet knows; it may be meant to be secret',
    is: ({ tree }) => tree.some(line => / class="[^"]*\bcustom\b[^"]*\bfragment\b/.test(line)),
  },
]

/** Slides of which only the place is compared. */
export const WHOLE: { name: string; why: string; is(reference: SlideTold, ours: SlideTold): boolean }[] = [
  {
    name: 'question slides',
    why: 'they are drawn by the lesson with live results, and say nothing of what is right',
    is: ({ tree }, ours) =>
      / data-qcm=/.test(tree[0] ?? '') || ours.tree.some(line => /<p class="mistake">/.test(line)),
  },
  {
    name: 'slides with tasks',
    why: 'in a workshop the lesson draws the boxes, and hints are secret until they are given',
    is: ({ tree }, ours) =>
      tree.some(line => / data-hint=/.test(line)) || ours.tree.some(line => /<li .*data-task=/.test(line)),
  },
  {
    name: 'diagrams',
    why: 'reveal.js leaves Mermaid’s source as code; here it is a picture, drawn once for everyone',
    is: (_, ours) => ours.tree.some(line => /<img .*class="[^"]*\bdiagram\b/.test(line)),
  },
  {
    name: 'two marks of notes on a slide',
    why: 'reveal shows the notes to everybody then; ours all stay with the presenter',
    is: ({ tree, notes }) => notes === '' && tree.filter(line => /^\s*"notes?:/i.test(line)).length > 1,
  },
  {
    name: 'the usual mark of notes beside one of the deck’s own',
    why: 'reveal shows what follows it to everybody then; ours stays with the presenter',
    is: ({ tree, notes }, ours) => notes === '' && ours.notes !== '' && tree.some(line => /^\s*"notes?:/i.test(line)),
  },
  {
    name: 'formulas that reveal’s KaTeX cannot read',
    why: 'macros written for MathJax, which reveal-md used, are understood here',
    is: ({ tree }) => tree.some(line => /^\s*".*\$\$.*\$\$/.test(line)),
  },
  {
    name: 'fragments with an impossible index',
    why: 'reveal.js never shows them; here they come after the others, and nothing is lost',
    is: ({ tree }) => tree.some(line => / data-fragment-index="(?!\d)/.test(line)),
  },
]
