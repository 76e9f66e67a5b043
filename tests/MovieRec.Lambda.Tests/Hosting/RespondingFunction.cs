using MovieRec.Api.Functions;
using MovieRec.Api.Http;

namespace MovieRec.Lambda.Tests.Hosting;

/// <summary>Function that gives the test's response and records its requests.</summary>
internal sealed class RespondingFunction(Func<ApiRequest, CancellationToken, Task<ApiResponse>> respond) : IFunction
{
    private readonly List<ApiRequest> _requests = [];

    public RespondingFunction(ApiResponse response)
        : this((_, _) => Task.FromResult(response))
    {
    }

    public RespondingFunction()
        : this(Responses.Message("done"))
    {
    }

    public ApiRequest Request => _requests.ShouldHaveSingleItem();

    public Task<ApiResponse> HandleAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        _requests.Add(request);
        return respond(request, cancellationToken);
    }
}
