namespace MovieRec.Api.Outcomes;

/// <summary>An expected failure: a value that an operation returns, never an exception.</summary>
/// <param name="Code">What went wrong, stable for clients.</param>
/// <param name="Message">A sentence for a person; never holds a token, a password, a code or another user's data.</param>
/// <param name="Details">For <see cref="FailureCode.ValidationFailed"/>: each field in error and what is wrong with it.</param>
public sealed record Failure(FailureCode Code, string Message, IReadOnlyDictionary<string, string>? Details = null)
{
    public static Failure Invalid(string field, string problem) =>
        new(FailureCode.ValidationFailed, $"{field}: {problem}.", new Dictionary<string, string> { [field] = problem });

    public static Failure Invalid(IReadOnlyDictionary<string, string> details) =>
        new(FailureCode.ValidationFailed, string.Join("; ", details.Select(detail => $"{detail.Key}: {detail.Value}")) + ".", details);
}
