/** Who the ids in answers stand for: lists of Giosg's directory, read page by page, and what is kept of them. */
package com.giosg.chatreports.names;
