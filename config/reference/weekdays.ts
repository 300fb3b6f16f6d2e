/** Days of the week as cron counts them: Sunday is 0. */
export const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];
