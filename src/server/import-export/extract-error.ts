/** Why an extract as a whole cannot be read. The message names files and never what stands in them. */
export type ExtractFault = 'no-folder' | 'no-people' | 'no-heading';

export class ExtractError extends Error {
  override name = 'ExtractError';
  readonly fault: ExtractFault;
  readonly file: string | null;

  constructor(fault: ExtractFault, file: string | null = null) {
    super(file === null ? fault : `${fault}: ${file}`);
    this.fault = fault;
    this.file = file;
  }
}
