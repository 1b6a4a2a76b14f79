/** Headers of every response: browsers run, load and reveal only what our pages need. */
import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'

/** Browser features that no page and no deck uses; the ones in use keep the browser's default. */
const UNUSED = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
]

/** @param secure browsers reach this server over HTTPS */
export function headers(secure: boolean): RequestListener {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Decks have inline styles.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        // Some of reveal's themes embed their fonts.
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameSrc: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // These three need a secure context; over `http://<LAN address>` browsers would only log warnings.
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    strictTransportSecurity: false,
  })
  const permissions = UNUSED.map(feature => `${feature}=()`).join(', ')
  return (request, response) => {
    response.setHeader('Permissions-Policy', permissions)
    protect(request, response, () => {})
  }
}

/** The same headers as an object, for raw responses. */
export function plainHeaders(set: RequestListener): Record<string, string> {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  set(request, response)
  return Object.fromEntries(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]))
}
