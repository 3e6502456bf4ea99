/** The catalogue of metrics, read from the headers of the templates; filters that can never match. */
package com.giosg.chatreports.metrics;
