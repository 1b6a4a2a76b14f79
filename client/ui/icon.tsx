/** Pictures of the Lucide set, inlined; the words beside or the label of what holds one say what it means. */

/** @param svg the source of a file of `lucide-static/icons`, imported with `?raw` */
export function Icon({ svg }: { svg: string }) {
  return <span class="icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />
}
