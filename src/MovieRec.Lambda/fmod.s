# Selects the fmod that every glibc has. The linker would select the newest (2.38 on a newer system), which Amazon Linux 2023 lacks.
    .symver fmod_of_any, fmod@GLIBC_2.2.5
    .globl __wrap_fmod
    .type __wrap_fmod, @function
__wrap_fmod:
    jmp fmod_of_any@PLT
    .size __wrap_fmod, . - __wrap_fmod
    .section .note.GNU-stack,"",@progbits
