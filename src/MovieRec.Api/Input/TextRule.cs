namespace MovieRec.Api.Input;

/// <summary>Rules for short texts in requests.</summary>
public static class TextRule
{
    public static string? Problem(string text, int maxLength)
    {
        if (text.Length > maxLength)
            return $"must be at most {maxLength} characters";
        return text.Any(IsControl) ? "must not contain control characters" : null;
    }

    private static bool IsControl(char character) => char.IsControl(character) && character is not ('\n' or '\r' or '\t');
}
