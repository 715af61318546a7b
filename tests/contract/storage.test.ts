import {MemoryStorage} from '#server/db/memory-storage.ts';
import {storageContract} from './storage-contract-suite.ts';

storageContract('in memory', async () => new MemoryStorage());
