/** Gives a file to the browser, which opens it or keeps it, as the device is set. It leaves the seal: whoever asks is told so. */
export function giveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], {type}));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has it by then; kept longer it would outlive the lock.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
