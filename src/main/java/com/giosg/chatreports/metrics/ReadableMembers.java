package com.giosg.chatreports.metrics;

import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.MemberAccessPolicy;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** Templates read records and enum constants, by methods without parameters; from there no way leads into Java. */
final class ReadableMembers implements MemberAccessPolicy {

    @Override
    public ClassMemberAccessPolicy forClass(Class<?> type) {
        boolean readable = (type.isRecord() || Enum.class.isAssignableFrom(type))
                && !type.isAnnotationPresent(HiddenFromTemplates.class);
        return new MembersOf(readable);
    }

    @Override
    public boolean isToStringAlwaysExposed() {
        return true;
    }

    private record MembersOf(boolean readable) implements ClassMemberAccessPolicy {

        @Override
        public boolean isMethodExposed(Method method) {
            return readable
                    && method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getDeclaringClass() != Object.class
                    && method.getDeclaringClass() != Enum.class;
        }

        @Override
        public boolean isConstructorExposed(Constructor<?> constructor) {
            return false;
        }

        @Override
        public boolean isFieldExposed(Field field) {
            return false;
        }
    }
}
