/** What placement.js gives: its head says what a task is, and what is found. */
declare var eastflankPlacement: any;
