/** Slides with scripts, each a sandboxed document: no cookies, no access to our pages or to other servers. */
import { Router } from 'express'
import type { Deck, Slide } from '../deck/deck.ts'
import { dirAttribute } from '../deck/language.ts'
import { escaped } from '../escape.ts'
import type { LessonResponse } from './asked-lesson.ts'

/** The `sandbox` directive applies however the document is opened, not only inside our frames. */
const POLICY = [
  'sandbox allow-scripts',
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "media-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** Overrides the themes: a single slide at its own size, whose fragments appear step by step. */
const FRAME = `html, body, .reveal, .slides { height: 100% }
.reveal .slides { position: static; width: auto; overflow: auto }
.reveal .slides > section { position: static; display: block; padding: 20px; text-align: center }
.reveal .fragment:not(.visible) { visibility: hidden; opacity: 0 }`

/** Only the parent page may set the step; other messages are ignored. */
const STEPS = `addEventListener('message', ({ source, data }) => {
  if (source !== parent || typeof data?.step !== 'number') return
  for (const element of document.querySelectorAll('.fragment')) {
    element.classList.toggle('visible', Number(element.dataset.fragmentIndex) <= data.step)
  }
})`

/** The slide's own scripts come last, since they may use the deck's. */
const SCRIPT = /<script\b[\s\S]*?<\/script>/gi

export function scriptFrames(): Router {
  const router = Router()

  router.get('/:code/frames/:id', (request, response: LessonResponse, next) => {
    const { lesson, role } = response.locals.asked
    if (!lesson || role() === 'student') return next()
    const { deck } = lesson.room
    const slide = deck.slides.flat().find(({ id }) => id === request.params.id)
    if (slide?.frame === undefined) return next()
    response
      .set({ 'Content-Security-Policy': POLICY, 'Cache-Control': 'private, no-store' })
      .type('html')
      .send(page(deck, slide))
  })

  return router
}

function page({ lang, options, theme, highlightTheme, css, scripts }: Deck, { attributes, frame = '' }: Slide): string {
  const sheets = [theme && `/themes/reveal/${theme}.css`, `/themes/highlight/${highlightTheme}.css`].filter(Boolean)
  const style = css.map(({ text }) => text.replace(/<\/style/gi, '<\\/style')).join('\n')
  // The frame has no origin and no cookies; `?framed` lets it load what students may see.
  const framed = frame.replace(/(\/\d{6}\/assets\/[\w.~%/-]+)/g, '$1?framed')
  const script = scripts.map(text => `<script>${text.replace(/<\/script/gi, '<\\/script')}</script>`).join('\n')
  return `<!doctype html>
<html lang="${escaped(lang || 'en')}"${dirAttribute({ lang, options })}>
<meta charset="utf-8">
<title>-</title>
${sheets.map(sheet => `<link rel="stylesheet" href="${escaped(sheet)}">`).join('\n')}
<style>${FRAME}\n${style}</style>
<script>${STEPS}</script>
<body class="reveal-viewport">
<div class="reveal"><div class="slides"><section class="present ${escaped(attributes.class ?? '')}">
${framed.replace(SCRIPT, '')}
</section></div></div>
${script}
${framed.match(SCRIPT)?.join('\n') ?? ''}
</body>
</html>
`
}
