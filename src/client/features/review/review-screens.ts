/** All screens of a review, loaded together. */
export {ReviewPage} from './review-page.tsx';
export {StartReviewPage} from './start-review-page.tsx';
