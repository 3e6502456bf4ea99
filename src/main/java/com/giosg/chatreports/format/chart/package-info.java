/** Charts: numbers in, places to draw at out, or a picture. Knows neither reports nor templates. */
package com.giosg.chatreports.format.chart;
