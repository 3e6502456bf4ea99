/** Windows, buckets and schedules: pure functions of an instant and a zone. */
package com.giosg.chatreports.time;
