/** {@code reports.yaml} as records, or every problem at once. */
package com.giosg.chatreports.config;
