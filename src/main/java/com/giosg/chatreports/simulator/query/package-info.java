/** Giosg's query language: filters, buckets, groups and aggregations over rows of chats and over events. */
package com.giosg.chatreports.simulator.query;
