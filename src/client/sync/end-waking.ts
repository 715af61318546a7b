/** This browser is woken for nobody any more (decision 027). Whatever the server still sends to its old address goes nowhere. */
export async function endWaking(): Promise<void> {
  const registration = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration() : undefined;
  // An older Safari has the one without the other.
  if (registration && 'pushManager' in registration) await (await registration.pushManager.getSubscription())?.unsubscribe();
}
