using System.Diagnostics.CodeAnalysis;

namespace MovieRec.Api.Outcomes;

/// <summary>The value of an operation, or the <see cref="Failure"/> that it expected might happen.</summary>
public readonly record struct Outcome<T>
    where T : notnull
{
    private readonly T? _value;

    private Outcome(T? value, Failure? failure)
    {
        _value = value;
        Failure = failure;
    }

    /// <summary>Reason for the missing value; null if there is one.</summary>
    public Failure? Failure { get; }

    /// <summary>True with the value, false with the failure.</summary>
    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Failure? failure)
    {
        value = _value;
        failure = Failure;
        return failure is null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Failure failure) => new(default, failure);
}
