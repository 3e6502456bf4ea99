/** What the routes call: the application's Camel context, its beans and its sinks. */
package com.giosg.chatreports.route;
