/** All screens of a young person's money, loaded together. */
export {AskFundPage} from './ask-fund-page.tsx';
export {EvaluationPage} from './evaluation-page.tsx';
export {FundRequestPage} from './fund-request-page.tsx';
export {IncomePage} from './income-page.tsx';
export {MoneyPage} from './money-page.tsx';
export {OwnCheckInPage} from './own-check-in-page.tsx';
