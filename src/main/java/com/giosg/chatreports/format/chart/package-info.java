/** The geometry of charts: numbers in, places to draw at out. Knows neither reports nor templates. */
package com.giosg.chatreports.format.chart;
