/** What readers see, looked at in a real browser: accessible, in place, and as pictures for the documentation. Run by the profile {@code pictures}. */
package com.giosg.chatreports.pictures;
