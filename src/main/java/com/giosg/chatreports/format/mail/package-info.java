/** Mails: built once as files, with everything that a server is told about them but the recipients it is given. */
package com.giosg.chatreports.format.mail;
