/** Metrics for an operator: no codes, no names, nothing about any single lesson. */
import { Router } from 'express'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

export function metrics(connections: () => number): Router {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'amphi_connections',
    help: 'Open connections, of every role.',
    registers: [registry],
    collect() {
      this.set(connections())
    },
  })
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.json({ ok: true })
  })
  router.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics())
  })
  return router
}
