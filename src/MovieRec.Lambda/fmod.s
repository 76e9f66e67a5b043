# The fmod of every glibc. The linker would take the newest, that of 2.38 on a newer system, which Amazon Linux 2023 does not have.
    .symver fmod_of_any, fmod@GLIBC_2.2.5
    .globl __wrap_fmod
    .type __wrap_fmod, @function
__wrap_fmod:
    jmp fmod_of_any@PLT
    .size __wrap_fmod, . - __wrap_fmod
    .section .note.GNU-stack,"",@progbits
