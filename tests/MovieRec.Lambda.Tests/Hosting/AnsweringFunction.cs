using MovieRec.Api.Functions;
using MovieRec.Api.Http;

namespace MovieRec.Lambda.Tests.Hosting;

/// <summary>Function that gives the test's response and records its requests.</summary>
internal sealed class AnsweringFunction(Func<ApiRequest, CancellationToken, Task<ApiResponse>> answer) : IFunction
{
    private readonly List<ApiRequest> _requests = [];

    public AnsweringFunction(ApiResponse response)
        : this((_, _) => Task.FromResult(response))
    {
    }

    public AnsweringFunction()
        : this(Responses.Message("done"))
    {
    }

    public ApiRequest Request => _requests.ShouldHaveSingleItem();

    public Task<ApiResponse> HandleAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        _requests.Add(request);
        return answer(request, cancellationToken);
    }
}
