/**
 * Every place where the outside world decides what comes next: a write that reaches the disk, a message that arrives, a
 * transaction that begins. Code under simulation waits there; the schedule lets one go at a time, lets it fail, or never
 * lets it go (a crash). Between two points only microtasks run, so that the order is the schedule's alone.
 */

export type Fate = 'go' | 'fail';

export interface Point {
  readonly owner: string;
  readonly what: string;
  readonly go: (fate: Fate) => void;
}

export class Points {
  #waiting: Point[] = [];
  /** How many have been let go; told before each, when somebody may still be killed there. */
  released = 0;
  beforeRelease: (count: number) => void = () => undefined;

  /** Where code waits until it is let go. */
  reach(owner: string, what: string): Promise<Fate> {
    return new Promise(resolve => {
      this.#waiting.push({owner, what, go: resolve});
    });
  }

  waiting(owner?: string): readonly Point[] {
    return owner === undefined ? this.#waiting : this.#waiting.filter(point => point.owner === owner);
  }

  /** Lets one go and waits until everything that follows from it has come to rest at points again. */
  async release(point: Point, fate: Fate = 'go'): Promise<void> {
    this.beforeRelease(this.released++);
    if (!this.#waiting.includes(point)) return this.rest();
    this.#waiting = this.#waiting.filter(each => each !== point);
    point.go(fate);
    await this.rest();
  }

  /** Whoever waited there waits for ever: the process is gone. */
  abandon(owner: string): void {
    this.#waiting = this.#waiting.filter(each => each.owner !== owner);
  }

  /** All microtasks have run. */
  rest(): Promise<void> {
    return new Promise(resolve => {
      setImmediate(resolve);
    });
  }
}
