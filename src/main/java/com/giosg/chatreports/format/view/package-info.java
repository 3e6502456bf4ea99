/** What people are shown of a run: one model for mails and pages, ready for templates that decide nothing. */
package com.giosg.chatreports.format.view;
