/** What students wrote, and how they said that it went; without those who were removed. Pure. */
import type { Lesson } from '../lesson/lesson.ts'
import { presentStudents } from '../lesson/people/present-students.ts'
import type { ReportMessage, ReportPulse } from '../wire/report-view.ts'

/** A name stands with those that were signed alone. */
export function messagesOf({ inbox, students }: Lesson): ReportMessage[] {
  const present = presentStudents(students)
  return [...inbox.messages].flatMap(([id, { student, text, signed, at, state, votes }]): ReportMessage[] => {
    if (!present.has(student)) return []
    const name = signed ? students.get(student)?.name : undefined
    const count = votes.count(voter => present.has(voter))
    return [{ id, text, ...(name !== undefined && { name }), at, votes: count, state }]
  })
}

/** By slides, in the deck's order; those of older logs, without numbers, come first. */
export function pulsesOf({ pulses, students, trail }: Lesson): ReportPulse[] {
  const present = presentStudents(students)
  const said = pulses.all.toArray().filter(({ student }) => present.has(student))
  const places = new Map(trail.map(stop => [stop.slide, stop]))
  return [...Map.groupBy(said, ({ slide }) => slide)]
    .map(([slide, all]): ReportPulse => {
      const { number, label, title } = places.get(slide) ?? {}
      const who = (feeling: (typeof all)[number]['feeling'], f?: number) =>
        new Set(
          all.flatMap(pulse => (pulse.feeling === feeling && (f === undefined || pulse.f === f) ? pulse.student : [])),
        ).size
      const steps = [...new Set(all.map(({ f }) => f))].sort((a, b) => a - b)
      return {
        slide,
        ...(number !== undefined && { number }),
        ...(label !== undefined && { label }),
        ...(title !== undefined && { title }),
        lost: who('lost'),
        fast: who('fast'),
        clear: who('clear'),
        steps: steps.map(f => ({ f, lost: who('lost', f) })).filter(({ lost }) => lost > 0),
      }
    })
    .toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0) || (a.slide < b.slide ? -1 : 1))
}
