/** The page that shows an operator what a run would deliver: mails, files, requests, rows. */
package com.giosg.chatreports.format.preview;
