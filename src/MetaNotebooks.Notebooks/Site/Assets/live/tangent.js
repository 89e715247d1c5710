// The gradients of f at places.
const gradients = (net, theta, xs) => xs.map(x => net.gradient(theta, x));

// The tangent kernel K(x, x′) = ∇f(x) · ∇f(x′) of gradients at many x and one x′: by how much an error at x′ moves the
// prediction at x.
const tangentKernel = (net, many, one) => many.map(each => net.product(each, one));
