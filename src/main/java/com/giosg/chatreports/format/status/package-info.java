/** The pages that say how a running application is. */
package com.giosg.chatreports.format.status;
