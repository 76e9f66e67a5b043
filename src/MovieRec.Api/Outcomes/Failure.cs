namespace MovieRec.Api.Outcomes;

/// <summary>Expected failure: a value that an operation returns, never an exception.</summary>
/// <param name="Code">Stable code for clients.</param>
/// <param name="Message">Sentence for a reader; never contains a token, a password, a code or another user's data.</param>
/// <param name="Details">For <see cref="FailureCode.ValidationFailed"/>: each field in error, with its error.</param>
public sealed record Failure(FailureCode Code, string Message, IReadOnlyDictionary<string, string>? Details = null)
{
    public static Failure Invalid(string field, string problem) =>
        new(FailureCode.ValidationFailed, $"{field}: {problem}.", new Dictionary<string, string> { [field] = problem });

    public static Failure Invalid(IReadOnlyDictionary<string, string> details) =>
        new(FailureCode.ValidationFailed, string.Join("; ", details.Select(detail => $"{detail.Key}: {detail.Value}")) + ".", details);
}
