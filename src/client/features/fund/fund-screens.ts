/** All screens of one request to the fund, loaded together. */
export {AskPage} from './ask-page.tsx';
export {RequestPage} from './request-page.tsx';
