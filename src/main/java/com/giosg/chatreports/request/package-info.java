/** What is asked of the API, one question at a time, and what each way of failing means. */
package com.giosg.chatreports.request;
