/** A server on one's own machine is there when the page is; on its port there may be another one tomorrow, which must not meet what this one left. */
const LOCAL = /^(localhost|127\..*|\[::1\])$/

/** Keeps the page for when there is no network, where browsers allow that: on hosts with encryption. Without it the page is as good, while there is one. */
export function workOffline(): void {
  if (!('serviceWorker' in navigator) || LOCAL.test(location.hostname)) return
  navigator.serviceWorker.register('./service-worker.js').catch(() => {})
}
