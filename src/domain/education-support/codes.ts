/** What the duties of s.110 and s.112 give towards learning: statutory, and never the St David's Day Fund. */
export const EDUCATION_SUPPORTS = ['relevant_amount', 'course_costs', 'living_near_learning', 'other'] as const;
export type EducationSupport = (typeof EDUCATION_SUPPORTS)[number];

/** a fixed amount for a course of higher education that the plan sets out; R-60: what learning costs. */
export const ruleOfSupport = (what: EducationSupport): 'R-60' | 'R-61' => (what === 'relevant_amount' ? 'R-61' : 'R-60');

export const SUPPORT_OUTCOMES = ['granted', 'refused'] as const;
