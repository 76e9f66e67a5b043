using System.Globalization;

namespace MovieRec.Jwt;

/// <summary>A token that was not accepted, with what a log needs to explain it.</summary>
/// <param name="Reason">Which rule refused it.</param>
/// <param name="Expected">What the rule wants, in words.</param>
/// <param name="Actual">
/// What was there, in words: never the token or its signature; pieces that come from the token are cut to 100 characters and
/// cleared of control characters, so that they cannot forge a line of the log.
/// </param>
public sealed record TokenFailure(FailureReason Reason, string Expected, string Actual)
{
    private const int MaxQuoted = 100;

    /// <summary>
    /// True when the keys could not be had, so that nothing is known about the token (answer 503); false when the token is
    /// bad (answer 401).
    /// </summary>
    public bool KeysUnavailable => Reason is FailureReason.KeysUnavailable;

    /// <summary>One line for the log.</summary>
    public override string ToString() => $"{Reason}: expected {Expected}, got {Actual}";

    /// <summary>Text of unknown origin, made fit for a line of a log.</summary>
    internal static string Quote(string text) => text.Length == 0 ? "(empty)" : string.Create(Math.Min(text.Length, MaxQuoted), text, static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = IsPrintable(source[i]) ? source[i] : '?';
    });

    // Format characters reverse or hide text on a terminal; halves of surrogate pairs break encoders after the cut.
    private static bool IsPrintable(char c) => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
}
