package org.enrol.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A public method of one of Enrol's enterprise beans, found in the container and not listed. */
record ServiceOperation(Object bean, Class<?> type, Method method) {

    /** Of every bean of the application, those of the tests apart. */
    static Stream<ServiceOperation> all(BeanManager beans) {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream().filter(ServiceOperation::isService).flatMap(bean -> of(bean, beans));
    }

    private static boolean isService(Bean<?> bean) {
        Class<?> type = bean.getBeanClass();
        boolean enterprise = type.isAnnotationPresent(Stateless.class) || type.isAnnotationPresent(Singleton.class);
        return enterprise && !type.getPackageName().equals(ServiceOperation.class.getPackageName());
    }

    private static Stream<ServiceOperation> of(Bean<?> bean, BeanManager beans) {
        Class<?> type = bean.getBeanClass();
        Class<?> view = bean.getTypes().contains(type) ? type : type.getInterfaces()[0];
        Object reference = beans.getReference(bean, view, beans.createCreationalContext(bean));
        return Arrays.stream(view.getMethods()).filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .map(method -> new ServiceOperation(reference, type, method));
    }

    /** Empty if everybody may. What stands at the method holds, else what stands at the class. */
    Optional<Set<String>> roles() {
        if (method.isAnnotationPresent(PermitAll.class)) {
            return Optional.empty();
        }
        return Optional.ofNullable(method.getAnnotation(RolesAllowed.class)).or(() -> Optional.ofNullable(type.getAnnotation(RolesAllowed.class)))
                .map(roles -> Set.of(roles.value()));
    }

    /** With nothing given. @throws Exception what the bean or the container throws */
    Object call() throws Exception {
        try {
            return method.invoke(bean, Arrays.stream(method.getParameterTypes()).map(ServiceOperation::nothing).toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception thrown ? thrown : e;
        }
    }

    private static Object nothing(Class<?> type) {
        if (!type.isPrimitive()) {
            return type == String.class ? "" : null;
        }
        return type == boolean.class ? (Object) false : type == long.class ? (Object) 0L : (Object) 0;
    }

    @Override
    public String toString() {
        return type.getSimpleName() + "." + method.getName();
    }
}
